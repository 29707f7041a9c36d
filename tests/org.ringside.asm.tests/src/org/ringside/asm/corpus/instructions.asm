; Instructions with operands of every kind, and branches whose sizes depend on each other.
bits 32
section .text
global _start
_start:
 mov eax,[ebx+ecx*4+8]
 mov eax,[ecx*4+ebx+8]
 mov eax,[eax*2]
 mov eax,[nosplit eax*2]
 mov eax,[eax+eax]
 mov eax,[ebp+eax]
 mov eax,[eax+ebp]
 mov eax,[eax*1+ebx]
 mov eax,[ebx*1]
 mov eax,[esp+eax]
 mov eax,[eax*5-3]
 mov eax,[eax*9+foo]
 mov eax,[byte ebx+4]
 mov eax,[dword ebx+4]
 mov eax,[dword 4]
 mov eax,[word 4]
 mov ax,[bx+si+2]
 mov ax,[bp]
 mov eax,[foo]
 mov [foo],eax
 mov al,[foo+5]
 mov byte [foo],5
 mov word [es:foo],foo2-foo
 mov dword [fs:ebx],foo
 add eax,5
 add eax,500
 add eax,strict dword 5
 add eax,strict byte 5
 add eax,byte 5
 add dword [ebx],byte -1
 add eax,late
 add ebx,late2
 push late
 push byte 5
 push dword 5
 push word 5
 push foo
 push 5
 push 500
 push fs
 shl eax,1
 shl eax,late1
 shl eax,cl
 rol byte [ebx],3
 imul eax,5
 imul eax,ebx,late
 jmp near late3
 jmp late3
 jmp short $+3
 jz late3
 jz near late3
 call late3
 call [foo]
 call far [foo]
 jmp far [ebx]
 jmp 0x08:late3
 call 0x10:0x1234
 jmp dword 0x08:foo
 jmp word 0x08:0x10
 loop $-20
 loop $
 jecxz $+5
 jcxz $
 a16 loop $
 rep movsb
 repne scasd
 repz cmpsb
 lock inc dword [foo]
 lock xadd [ebx],ecx
 cs mov eax,[ebx]
 es lodsb
 a16 lodsb
 rep es movsd
 in al,0x60
 in eax,dx
 out 0x20,al
 out dx,ax
 int 0x80
 int3
 enter 16,0
 leave
 ret
 ret 8
 retf
 iret
 iretd
 movzx eax,byte [foo]
 movsx ebx,word [ebx]
 movzx eax,al
 lgdt [foo]
 lidt [ebx]
 ltr ax
 lldt bx
 mov cr0,eax
 mov eax,cr3
 mov dr7,eax
 mov ds,ax
 mov ax,es
 mov es,[foo]
 xchg eax,ebx
 xchg [foo],al
 bswap ecx
 cmpxchg8b [foo]
 bt dword [foo],5
 bts eax,ebx
 sete al
 cmovne eax,[foo]
 test eax,1
 test byte [foo],0x80
 test eax,[foo]
 hlt
 cli
 sti
 pushad
 popad
 pushfd
 popf
 xlatb
 aam
 aad 5
 lea eax,[foo+ebx*2]
 lea ebx,[$+5]
 mov eax,es:[ebx]
 mov eax,foo[ebx]
 nop
 times 3 nop
 align 16
 align 8, db 0xcc
 align 4
late3:
 mov eax,$
 mov eax,$$
 mov eax, foo2-foo+3
 ret
late equ 5
late2 equ 1000
late1 equ 1
section .data align=8
foo: dd 1,2,foo,late3
foo2: dw 5
 db "text"
section .bss
buf: resb 64
alignb 16
buf2: resd 1
section .rodata
 dd buf, buf2-buf, foo
