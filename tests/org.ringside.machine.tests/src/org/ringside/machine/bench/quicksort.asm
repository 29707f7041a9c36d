; Sorts 300,000 numbers: Hoare's partition, by recursion.
%include "bench.inc"
COUNT	equ 300000
prepare:
	ret
work:
	mov ecx, COUNT
	mov eax, 42
.fill:
	imul eax, eax, 1664525
	add eax, 1013904223
	mov [ROOM + ecx * 4 - 4], eax
	dec ecx
	jnz .fill
	push dword ROOM + COUNT * 4 - 4
	push dword ROOM
	call sort
	add esp, 8
	mov ecx, COUNT
	xor eax, eax
.sum:
	rol eax, 5
	add eax, [ROOM + ecx * 4 - 4]
	dec ecx
	jnz .sum
	ret
; sort(first, last), addresses of both ends
sort:
	push ebp
	mov ebp, esp
	push esi
	push edi
	mov esi, [ebp + 8]
	mov edi, [ebp + 12]
	cmp esi, edi
	jae .done
	lea eax, [esi + edi]
	shr eax, 1
	and eax, -4
	mov eax, [eax]
.partition:
	cmp [esi], eax
	jge .right
.left:
	add esi, 4
	cmp [esi], eax
	jl .left
.right:
	cmp [edi], eax
	jle .compare
	sub edi, 4
	jmp .right
.compare:
	cmp esi, edi
	ja .parted
	mov ecx, [esi]
	mov edx, [edi]
	mov [edi], ecx
	mov [esi], edx
	add esi, 4
	sub edi, 4
	cmp esi, edi
	jbe .partition
.parted:
	push edi
	push dword [ebp + 8]
	call sort
	add esp, 8
	push dword [ebp + 12]
	push esi
	call sort
	add esp, 8
.done:
	pop edi
	pop esi
	pop ebp
	ret
